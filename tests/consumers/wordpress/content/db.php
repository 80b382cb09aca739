<?php
/* WordPress asks for its database here (a "drop-in"). There is none: it has some options, and every table is empty. */

class Duizhao_No_Database extends wpdb {
	public $ready       = true;
	public $has_connected = true;
	public $charset     = 'utf8mb4';

	private $stored = array(
		'siteurl'      => 'http://blog.invalid',
		'home'         => 'http://blog.invalid',
		'blogname'     => 'A blog',
		'blog_charset' => 'UTF-8',
		'template'     => 'none',
		'stylesheet'   => 'none',
	);

	public function __construct() {}

	public function db_connect( $allow_bail = true ) {
		return true;
	}

	public function check_connection( $allow_bail = true ) {
		return true;
	}

	public function db_version() {
		return '8.0';
	}

	public function has_cap( $capability ) {
		return true;
	}

	public function _real_escape( $data ) {
		return addslashes( (string) $data );
	}

	public function suppress_errors( $suppress = true ) {
		return true;
	}

	public function query( $query ) {
		$this->last_result = array();
		if ( preg_match( '/^SELECT option_name, option_value FROM/', $query ) ) {
			foreach ( $this->stored as $name => $value ) {
				$this->last_result[] = (object) array(
					'option_name'  => $name,
					'option_value' => $value,
				);
			}
		}
		$this->num_rows = count( $this->last_result );
		return $this->num_rows;
	}
}

$GLOBALS['wpdb'] = new Duizhao_No_Database();
